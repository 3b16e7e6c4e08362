/** PostgreSQL's programs get no more of our environment than they need: no secrets, no PG* settings, one locale. */
export function childEnvironment(): NodeJS.ProcessEnv {
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC', ...(process.platform === 'win32' ? { SystemRoot: 'C:\\Windows' } : {}) }
}
