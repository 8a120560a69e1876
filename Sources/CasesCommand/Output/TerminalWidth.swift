/// How many columns a terminal is taken to have.
let terminalWidth = 80
