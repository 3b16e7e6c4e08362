import { coldOpen } from './cold-open.mjs'
import { cursors } from './cursors.mjs'
import { durability } from './durability.mjs'
import { fanOut } from './fan-out.mjs'
import { memory } from './memory.mjs'
import { nodes } from './nodes.mjs'
import { reconnect } from './reconnect.mjs'
import { saturation } from './saturation.mjs'

export const scenarios = [fanOut, saturation, cursors, coldOpen, memory, durability, reconnect, nodes]
