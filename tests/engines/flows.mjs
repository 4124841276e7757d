// What customers of the three systems do on the page, and the same change as a document.
const pro = { plan: "pro", interval: "month" };

/** `example` is the title of where it starts, `id` the same in the page's code; `act` is what the customer does. */
export const flows = [
  { system: "Make", what: "an upgrade", example: "Core, with 160,000 operations left", id: "make-upgrade", act: (customer) => customer.choosePlan("Teams"), change: { plan: "teams", interval: "month", operations: 150_000 } },
  { system: "Make", what: "a downgrade", example: "Teams, with three teams", id: "make-downgrade", act: (customer) => customer.choosePlan("Core"), change: { plan: "core", interval: "month", operations: 40_000 } },
  { system: "Make", what: "another tier", example: "Core, with 160,000 operations left", id: "make-upgrade", act: (customer) => customer.chooseTier("80,000"), change: { ...pro, operations: 80_000 } },
  { system: "Make", what: "another interval", example: "Core, with 160,000 operations left", id: "make-upgrade", act: (customer) => customer.chooseBilling("Annual"), change: { plan: "pro", interval: "year", operations: 12 * 150_000 } },
  { system: "Make", what: "a cancellation", example: "Core, with 160,000 operations left", id: "make-upgrade", act: cancel, change: { cancel: true } },

  { system: "Nitro", what: "an upgrade", example: "Pro, every seat taken", id: "nitro-full", act: (customer) => customer.choosePlan("Business"), change: { plan: "business", interval: "month", seats: 12 } },
  { system: "Nitro", what: "a downgrade", example: "Business, with 28 members", id: "nitro-downgrade", act: (customer) => customer.choosePlan("Pro"), change: { ...pro, seats: 25 } },
  { system: "Nitro", what: "more seats", example: "Pro, every seat taken", id: "nitro-full", act: (customer) => customer.chooseSeats(17), change: { ...pro, seats: 17 } },
  { system: "Nitro", what: "another interval", example: "Pro, every seat taken", id: "nitro-full", act: (customer) => customer.chooseBilling("Annual"), change: { plan: "pro", interval: "year", seats: 12 } },
  { system: "Nitro", what: "a cancellation", example: "Pro, every seat taken", id: "nitro-full", act: cancel, change: { cancel: true } },

  { system: "Anaconda", what: "an upgrade", example: "Starter for a year", id: "anaconda-annual", act: (customer) => customer.choosePlan("Business"), change: { plan: "business", interval: "year", seats: 8 } },
  { system: "Anaconda", what: "a downgrade", example: "Business, with 12 seats", id: "anaconda-seats", act: (customer) => customer.choosePlan("Starter"), change: { plan: "starter", interval: "month", seats: 15 } },
  { system: "Anaconda", what: "fewer seats", example: "Business, with 12 seats", id: "anaconda-seats", act: (customer) => customer.chooseSeats(10), change: { plan: "business", interval: "month", seats: 10 } },
  { system: "Anaconda", what: "another interval", example: "Business, with 12 seats", id: "anaconda-seats", act: (customer) => customer.chooseBilling("Annual"), change: { plan: "business", interval: "year", seats: 15 } },
  { system: "Anaconda", what: "a cancellation", example: "Business, with 12 seats", id: "anaconda-seats", act: cancel, change: { cancel: true } },
];

function cancel(customer) {
  return customer.page.click("button", "Cancel subscription");
}
