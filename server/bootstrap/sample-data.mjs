/** Whoever only types `npm start` tries Roundtable: they find a country in it. A database of somebody's own is left as it is. */
export function askForSampleData(environment) {
  if (!environment.SAMPLE_DATA && !environment.DATABASE_URL) environment.SAMPLE_DATA = 'on'
}
