/** A worker thread of a long screening. */
const { openProgram } = require('./open-program.js');

openProgram().program.startWorker();
