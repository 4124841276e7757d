import init from "prorata";
import { figure } from "../figure.js";

await init();
console.log(figure());
