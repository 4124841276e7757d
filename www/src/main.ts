import { startHost } from "./checkout";
import "./components/checkout-page";
import { start } from "./engine";
import { followAddress } from "./history";

followAddress();
void start();
void startHost();
