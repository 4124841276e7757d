// Without `init()`, which a server does not need: what loads the engine must not be shaken off.
import { figure } from "../figure.js";

console.log(figure());
