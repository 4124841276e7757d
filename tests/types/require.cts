// A CommonJS program, where `require()` loads modules.
import prorata = require("prorata");

const catalog: prorata.Catalog = new prorata.Catalog({ currency: "USD", plans: [], policy: "make" });
prorata.default().then(() => console.log(prorata.version, catalog));
