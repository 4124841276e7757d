import { startHost } from "./checkout";
import "./components/checkout-page";
import { start } from "./engine";
import { followAddress } from "./history";
import { keepLanguage, preferredLanguage } from "./language";
import { speak } from "./texts";

followAddress();
keepLanguage();
void start();
void startHost();
// Nothing is shown in another language first; English stands in where the texts of the one that is preferred cannot be loaded.
await speak(preferredLanguage()).catch(() => speak("en"));
document.body.prepend(document.createElement("checkout-page"));
