export { deleteOldFigures, type Figure, listFigures, replaceFigures, type WaitingWork, waitingWork } from './figure-store.ts'
export { openTally, type Tally } from './tally.ts'
