/** What somebody gives who looks after it for others. */
const SERIOUS = ['DATABASE_URL', 'PUBLIC_URL', 'PROXIES']

/** Whoever only types `npm start` tries Roundtable: they find a country in it. A Roundtable that is for others is left as it is. */
export function askForSampleData(environment) {
  if (!environment.SAMPLE_DATA && !SERIOUS.some((name) => environment[name])) environment.SAMPLE_DATA = 'on'
}
