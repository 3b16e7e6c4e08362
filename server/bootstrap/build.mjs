import { build, install, main } from './steps.mjs'

await main(async () => {
  await install()
  await build()
})
