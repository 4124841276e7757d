import init from "prorata";
import { figure } from "../../figure.js";
import { ClientFigure } from "./client-figure";

// On each request, so that the built server loads the engine and not only the build.
export const dynamic = "force-dynamic";

export default async function Page() {
  await init();
  return (
    <>
      <output id="server">{figure()}</output>
      <ClientFigure />
    </>
  );
}
