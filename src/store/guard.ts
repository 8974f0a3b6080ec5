import {AsyncLocalStorage} from "node:async_hooks";
import type {Kysely, KyselyPlugin, Transaction} from "kysely";
import type {Store, TransactionOptions} from "./store.ts";
import type {Tables} from "./tables.ts";

type Transact = <T>(work: (tx: Transaction<Tables>) => Promise<T>, options: TransactionOptions) => Promise<T>;

/**
 * A store whose `db` and `transaction` refuse to work inside a transaction of the same store. On SQLite such a call
 * would wait for itself for ever; on PostgreSQL it would not see what the transaction has written.
 */
export function guarded(dialect: Store["dialect"], db: Kysely<Tables>, transact: Transact): Store {
  const current = new AsyncLocalStorage<{open: boolean}>();
  const refuseNested = () => {
    if (current.getStore()?.open === true) throw new Error("inside a transaction the store is used through tx alone");
  };
  const plugin: KyselyPlugin = {
    transformQuery({node}) {
      refuseNested();
      return node;
    },
    transformResult: async ({result}) => result
  };
  return {
    dialect,
    db: db.withPlugin(plugin),
    async transaction(work, options = {}) {
      refuseNested();
      return transact(async (tx) => {
        const scope = {open: true};
        try {
          return await current.run(scope, () => work(tx));
        } finally {
          scope.open = false;
        }
      }, options);
    },
    close: () => db.destroy()
  };
}
