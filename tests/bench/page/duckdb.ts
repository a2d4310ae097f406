import {
  AsyncDuckDB,
  ConsoleLogger,
  DuckDBDataProtocol,
  LogLevel,
  type AsyncDuckDBConnection,
} from '@duckdb/duckdb-wasm';
import { PREPARE, QUERIES } from './kpis.sql.ts';
import type { Outcome } from './page.ts';
import type { Row } from './tables.ts';

/** The same work in DuckDB-WASM: its own worker, the exception-handling build, the file read in place. */
export async function runDuckDb(file: File): Promise<Outcome> {
  const started = performance.now();
  const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
  const database = new AsyncDuckDB(new ConsoleLogger(LogLevel.WARNING), worker);
  await database.instantiate('/duckdb/duckdb-eh.wasm');
  const connection = await database.connect();
  const ready = performance.now();
  await database.registerFileHandle('orders.csv', file, DuckDBDataProtocol.BROWSER_FILEREADER, true);
  for (const statement of PREPARE('orders.csv')) await connection.query(statement);
  const loaded = performance.now();
  const tables: Record<string, Row[]> = {};
  for (const [name, query] of Object.entries(QUERIES)) tables[name] = await rowsOf(connection, name, query);
  const done = performance.now();
  await connection.close();
  await database.terminate();
  return { tables, timings: { init: ready - started, load: loaded - ready, kpis: done - loaded } };
}

async function rowsOf(connection: AsyncDuckDBConnection, name: string, query: string): Promise<Row[]> {
  const plain = `SELECT COLUMNS(*) FROM (${query})`;
  const table = await connection.query(plain).catch((reason: unknown) => {
    throw new Error(`${name}: ${String(reason)}`);
  });
  const columns = table.schema.fields.map((field) => field.name);
  return table.toArray().map((row) => Object.fromEntries(columns.map((column) => [column, plainValue(row[column])])));
}

/** Arrow gives 64-bit integers as BigInt and sums as 128-bit words; every figure here is below 2^53. */
function plainValue(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  return Number(String(value));
}
