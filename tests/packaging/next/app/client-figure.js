"use client";
import init from "prorata";
import { useEffect, useState } from "react";
import { figure } from "../../figure.js";

export function ClientFigure() {
  const [value, setValue] = useState("");
  useEffect(() => {
    init().then(() => setValue(figure()));
  }, []);
  return <output id="client">{value}</output>;
}
