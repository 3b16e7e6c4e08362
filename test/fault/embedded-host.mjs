/** Holds an embedded database as the server does, until it is killed: says where it is, one line of JSON a start. */
import { startEmbedded } from '../../server/dist/database/embedded/index.js'

const say = (message) => process.stderr.write(`${message}\n`)
const { ownerUrl, pid } = await startEmbedded({ dataDir: process.argv[2], log: { info: say, warn: say, error: say } })
process.stdout.write(`${JSON.stringify({ ownerUrl, pid })}\n`)
process.stdin.resume()
