import type { IsolationLevel, SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQuery, SqlQueryable, SqlResultSet, Transaction } from "@prisma/driver-adapter-utils";
import { BusyWait } from "./busy-wait";

const statement = (sql: string): SqlQuery => ({ sql, args: [], argTypes: [] });

/** Statements of one connection, tried again while another connection has locked the database. */
class WaitingQueryable<Inner extends SqlQueryable> implements SqlQueryable {
  readonly provider: Inner["provider"];
  readonly adapterName: string;

  constructor(protected readonly inner: Inner, protected readonly wait: BusyWait) {
    this.provider = inner.provider;
    this.adapterName = inner.adapterName;
  }

  queryRaw(query: SqlQuery): Promise<SqlResultSet> {
    return this.wait.run(() => this.inner.queryRaw(query));
  }

  executeRaw(query: SqlQuery): Promise<number> {
    return this.wait.run(() => this.inner.executeRaw(query));
  }
}

class WaitingTransaction extends WaitingQueryable<Transaction> implements Transaction {
  readonly options: Transaction["options"];

  constructor(inner: Transaction, wait: BusyWait, private readonly release: () => void) {
    super(inner, wait);
    this.options = inner.options;
  }

  async commit(): Promise<void> {
    await this.inner.commit();
    this.release();
  }

  /** Prisma sends no ROLLBACK after a COMMIT that failed, and one too many after an error upon which SQLite has rolled back by itself. */
  async rollback(): Promise<void> {
    await this.inner.executeRaw(statement("ROLLBACK")).catch(() => undefined);
    await this.inner.rollback();
    this.release();
  }

  async createSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`SAVEPOINT ${name}`));
  }

  async rollbackToSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`ROLLBACK TO ${name}`));
  }

  async releaseSavepoint(name: string): Promise<void> {
    await this.executeRaw(statement(`RELEASE SAVEPOINT ${name}`));
  }
}

/**
 * Two connections: one for statements of their own, one for transactions, so that neither a search nor a heartbeat finds itself within
 * a transaction that happens to be open in this process.
 */
class WaitingAdapter extends WaitingQueryable<SqlDriverAdapter> implements SqlDriverAdapter {
  private beside: Promise<SqlDriverAdapter> | undefined;

  constructor(inner: SqlDriverAdapter, wait: BusyWait, private readonly openBeside: () => Promise<SqlDriverAdapter>) {
    super(inner, wait);
  }

  executeScript(script: string): Promise<void> {
    return this.wait.run(() => this.inner.executeScript(script));
  }

  /**
   * Takes the lock for writing at once: a transaction that reads first and writes later may find that another process has written
   * in between, and no waiting mends that.
   */
  async startTransaction(isolationLevel?: IsolationLevel): Promise<Transaction> {
    const connection = await (this.beside ??= this.openBeside());
    const transaction = await connection.startTransaction(isolationLevel);
    try {
      await transaction.executeRaw(statement("COMMIT"));
      await this.wait.run(() => transaction.executeRaw(statement("BEGIN IMMEDIATE")));
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
    return new WaitingTransaction(transaction, new BusyWait(this.wait.giveUpAfter), this.wait.holdOwn());
  }

  async dispose(): Promise<void> {
    await this.inner.dispose();
    await (await this.beside)?.dispose();
  }
}

/**
 * A driver of SQLite that waits for other processes' locks without holding the thread, as SQLite itself would. Reads wait for nothing
 * but a database that one process keeps to itself. The driver's own timeout should be 0.
 * @param configure run on every connection
 * @param giveUpAfter milliseconds until a lock is an error
 */
export function waitingAdapter(factory: SqlMigrationAwareDriverAdapterFactory, configure: string, giveUpAfter: number): SqlMigrationAwareDriverAdapterFactory {
  const open = async () => {
    const connection = await factory.connect();
    await new BusyWait(giveUpAfter).run(() => connection.executeScript(configure));
    return connection;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => new WaitingAdapter(await open(), new BusyWait(giveUpAfter), open),
    connectToShadowDb: () => factory.connectToShadowDb(),
  };
}
