import type { CompiledQuery, DatabaseConnection, Dialect, QueryResult } from 'kysely';

/** Sees every statement. `run` does what it would have done. */
export type Intercept = <R>(
  query: CompiledQuery,
  run: () => Promise<QueryResult<R>>,
) => Promise<QueryResult<R>>;

/** The real dialect, with a say in each of its statements. */
export function interceptQueries(inner: Dialect, intercept: Intercept): Dialect {
  return {
    createAdapter: () => inner.createAdapter(),
    createIntrospector: (db) => inner.createIntrospector(db),
    createQueryCompiler: () => inner.createQueryCompiler(),
    createDriver() {
      const driver = inner.createDriver();
      return {
        init: () => driver.init(),
        acquireConnection: async () => interceptConnection(await driver.acquireConnection(), intercept),
        beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
        commitTransaction: (connection) => driver.commitTransaction(connection),
        rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
        releaseConnection: (connection) => driver.releaseConnection(connection),
        destroy: () => driver.destroy(),
      };
    },
  };
}

function interceptConnection(inner: DatabaseConnection, intercept: Intercept): DatabaseConnection {
  return {
    streamQuery: (query, size) => inner.streamQuery(query, size),
    executeQuery: <R>(query: CompiledQuery): Promise<QueryResult<R>> =>
      intercept<R>(query, () => inner.executeQuery<R>(query)),
  };
}
