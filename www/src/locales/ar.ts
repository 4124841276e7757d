export const files = import.meta.glob<string>("./ar/*.ftl", { query: "?raw", import: "default", eager: true });
