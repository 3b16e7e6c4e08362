/** Runs one statement, in a transaction or outside: what a pool and a TypeORM manager have in common. */
export type Query = <T>(sql: string, values: unknown[]) => Promise<T[]>
