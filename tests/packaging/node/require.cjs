const { default: init } = require("prorata");
const { figure } = require("../figure.js");

init().then(() => console.log(figure()));
