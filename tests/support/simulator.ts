/** The simulated gateway that answers every fetch of a test; one for all tests of a process, with a world for each. */
import { startSimulator } from '@simulator/node'
import { World } from '@simulator/world'

/** A REGARDS that holds nothing. */
export const emptyWorld = () => new World({ fill: () => undefined })

export const simulator = startSimulator(emptyWorld())
