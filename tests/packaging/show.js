import init from "prorata";
import { figure } from "./figure.js";

await init();
document.querySelector("output").textContent = figure();
