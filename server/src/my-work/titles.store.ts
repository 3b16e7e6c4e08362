import type { Query } from '../ability/index.js'

export interface TitleRow {
  readonly id: string
  readonly title: string
  readonly country: string
}

export function titlesOf(query: Query, workspaceIds: readonly string[]): Promise<TitleRow[]> {
  return query<TitleRow>('select id, title, country from workspace where id = any ($1)', [workspaceIds])
}
