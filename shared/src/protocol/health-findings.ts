import type { HealthState } from './operation.js'

/** All that a row of the health page can say, and how bad that is. Each has a sentence; what is not good has one that says what to do. */
export const HEALTH_FINDINGS = {
  database: { answers: 'good', slow: 'attention', oneRole: 'attention', away: 'bad', hung: 'bad' },
  storage: { enough: 'good', elsewhere: 'good', low: 'attention', veryLow: 'bad', unknown: 'attention', hung: 'attention' },
  backup: { recent: 'good', old: 'attention', never: 'attention', unknown: 'attention', hung: 'attention' },
  clock: { together: 'good', apart: 'attention', farApart: 'bad', unknown: 'attention', hung: 'attention' },
  nodes: { single: 'good', linked: 'good', away: 'attention' },
  mail: {
    none: 'good',
    answers: 'good',
    unreachable: 'attention',
    login_refused: 'attention',
    not_encrypted: 'attention',
    failed: 'attention',
    hung: 'attention'
  },
  address: {
    thisMachine: 'attention',
    plain: 'attention',
    certified: 'good',
    endsSoon: 'attention',
    over: 'bad',
    untrusted: 'attention',
    unknown: 'attention',
    hung: 'attention'
  },
  queue: { empty: 'good', flowing: 'good', piling: 'attention', full: 'bad' },
  version: { is: 'good' }
} as const satisfies Readonly<Record<string, Readonly<Record<string, HealthState>>>>

export type HealthCheck = keyof typeof HEALTH_FINDINGS
