import { askForSampleData } from './sample-data.mjs'
import { build, install, main } from './steps.mjs'
import { stopWithNpm } from './with-npm.mjs'

await main(async () => {
  await install()
  await build()
})
stopWithNpm()
askForSampleData(process.env)
// The server runs in this very process: Ctrl-C, a signal from outside or a kill reach it once and directly.
await import('../dist/main.js')
