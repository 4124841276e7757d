export type Role = "owner" | "admin" | "member";

/** Somebody who belongs to the organisation. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}

/** Invented. */
const names = [
  "Ada Okafor", "Jonas Weber", "Mei Tanaka", "Layla Haddad", "Tomás Ferreira", "Priya Raman", "Noah Lindqvist", "Sofía Morales", "Kwame Boateng", "Elif Demir",
  "Hana Kowalska", "Lucas Martin", "Yuki Sato", "Omar Farouk", "Ingrid Solberg", "Mateo Vargas", "Zuri Mwangi", "Clara Rossi", "Arjun Mehta", "Freya Nielsen",
  "Daniel Cohen", "Amara Diallo", "Viktor Novák", "Salma Idrissi", "Ethan Brooks", "Lin Chen", "Marta Silva", "Ravi Patel", "Nora Byrne", "Kenji Mori",
  "Leila Rahimi", "Oskar Jansson", "Grace Kim", "Pablo Ortega", "Aisha Bello", "Felix Braun", "Ioana Popescu", "Samir Khan", "Emma Dubois", "Tariq Aziz",
];

/** So many people, the owner first; nobody by name where the organisation has more than there are names. */
export function peopleOf(members: number): Person[] {
  if (members > names.length) return [];
  return names.slice(0, members).map((name, index) => ({ id: `person-${index + 1}`, name, role: index === 0 ? "owner" : index === 1 ? "admin" : "member" }));
}

export const ownerName = names[0]!;
