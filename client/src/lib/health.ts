/** What the sign-in page asks before anybody is known: are there sample people to sign in as? */
export async function sampleDataIsOn(): Promise<boolean> {
  const response = await fetch('/api/health')
  const health: unknown = await response.json()
  return typeof health === 'object' && health !== null && 'sampleData' in health && health.sampleData === true
}
