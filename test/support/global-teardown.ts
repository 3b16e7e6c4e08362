import { once } from 'node:events'
import type { ClusterHolder } from './global-setup.js'

/** The cluster stops when its input ends, and is waited for: its directory is gone when the run is over. */
export default async function globalTeardown(): Promise<void> {
  const { testCluster } = globalThis as ClusterHolder
  if (!testCluster || testCluster.exitCode !== null) return
  testCluster.stdin?.end()
  await once(testCluster, 'exit')
}
