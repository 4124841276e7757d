import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Catalog, type CatalogDocument } from "prorata";
import { catalogs, organisations, type OrganisationId } from "../src/organisations";

/** What is for sale, as the server prices it. */
export interface Shelf {
  document: CatalogDocument;
  catalog: Catalog;
  /** The same for the same bytes, on every start. */
  mark: string;
}

/** The catalogs of the demonstration, or those of a folder with the same names. */
export function openShelves(folder: string | undefined): Record<OrganisationId, Shelf> {
  const shelf = (id: OrganisationId): Shelf => {
    const document = folder === undefined ? catalogs[id] : (JSON.parse(readFileSync(join(folder, `${id}.json`), "utf8")) as CatalogDocument);
    return { document, catalog: new Catalog(document), mark: createHash("sha256").update(JSON.stringify(document)).digest("base64url") };
  };
  return Object.fromEntries(organisations.map((id) => [id, shelf(id)])) as Record<OrganisationId, Shelf>;
}
