import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** Where the run's cluster is handed from setup to teardown: Jest loads the two apart. */
export interface ClusterHolder {
  testCluster?: ChildProcess
}

/** Starts the one database cluster of this run; its addresses reach the workers through the environment. */
export default async function globalSetup(): Promise<void> {
  const child = spawn(process.execPath, [join(__dirname, 'cluster.mjs')], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  ;(globalThis as ClusterHolder).testCluster = child
  for await (const line of createInterface({ input: child.stdout })) {
    process.env.TEST_CLUSTER = line
    return
  }
  throw new Error('The database for the tests could not be started; the reason stands above.')
}
