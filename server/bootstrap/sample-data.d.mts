/** Sets `SAMPLE_DATA=on` where neither it nor `DATABASE_URL` is given. */
export function askForSampleData(environment: { SAMPLE_DATA?: string; DATABASE_URL?: string }): void
