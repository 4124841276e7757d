import "./components/checkout-page";
import { start } from "./engine";

void start();
