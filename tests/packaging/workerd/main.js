import init from "prorata";
import { figure } from "../figure.js";

await init();

export default { fetch: () => new Response(figure()) };
