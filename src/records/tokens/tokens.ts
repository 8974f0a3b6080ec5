import {createHash, randomBytes} from "node:crypto";
import type {Selectable} from "kysely";
import {fieldNamed} from "../../cost/field.ts";
import {parseFilter} from "../../cost/filter/parse.ts";
import {metrics} from "../../cost/metric.ts";
import {type Effects, instantText, nowText} from "../../effects.ts";
import {UserError} from "../../errors.ts";
import {recordEvent} from "../../lake/catalog.ts";
import {type Caller, type Context, type Input, operation, type Output} from "../../operation.ts";
import {storeOf} from "../../store/open.ts";
import {localOrganisation} from "../../store/organisation.ts";
import type {Store} from "../../store/store.ts";
import type {Tables} from "../../store/tables.ts";
import {
  type Role,
  roles,
  tokensCreate as createContract,
  tokensList as listContract,
  tokensRevoke as revokeContract
} from "./contract.ts";

export const tokensCreateOperation = operation(createContract, tokensCreate);
export const tokensListOperation = operation(listContract, tokensList);
export const tokensRevokeOperation = operation(revokeContract, tokensRevoke);

const organisation = localOrganisation;

type TokenRow = Selectable<Tables["token"]>;

/** Throws `name.taken`, and `filter.invalid` or `question.invalid` for a limit that means nothing. */
async function tokensCreate(
  input: Input<typeof createContract>,
  context: Context
): Promise<Output<typeof createContract>> {
  const {effects, caller} = context;
  if (input.rowFilter !== undefined) parseFilter(input.rowFilter);
  for (const name of input.masked) if (!isKnown(name)) fieldNamed(name);
  const store = await context.use(storeOf);
  const token = `ashlar_${randomBytes(32).toString("base64url")}`;
  const now = effects.now();
  const row: TokenRow = {
    id: effects.id(),
    organisation,
    name: input.name,
    hash: hashOf(token),
    role: input.role,
    row_filter: input.rowFilter ?? null,
    masked: JSON.stringify(input.masked),
    created_at: instantText(now),
    created_by: caller.id,
    expires_at: input.days === undefined ? null : instantText(now.add({hours: 24 * input.days})),
    last_used_at: null,
    revoked_at: null
  };
  await store.transaction(async (tx) => {
    const same = await tx.selectFrom("token").selectAll().where("organisation", "=", organisation).execute();
    if (same.some((other) => other.name === input.name && isLive(other, effects))) {
      throw new UserError("name.taken", `There is a token ${input.name} already`, {
        remedy: "Choose another name, or revoke it first."
      });
    }
    if (input.dryRun) return;
    await tx.insertInto("token").values(row).execute();
    const detail = {name: input.name, role: input.role};
    await recordEvent(
      tx,
      {organisation, caller: caller.id, operation: "tokens.create", subject: row.id, detail},
      effects
    );
  });
  return {...shown(row), token: input.dryRun ? null : token};
}

async function tokensList(input: Input<typeof listContract>, context: Context): Promise<Output<typeof listContract>> {
  const {db} = await context.use(storeOf);
  const rows = await db
    .selectFrom("token")
    .selectAll()
    .where("organisation", "=", organisation)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  return {rows: rows.filter((row) => input.all || isLive(row, context.effects)).map(shown)};
}

async function tokensRevoke(
  input: Input<typeof revokeContract>,
  context: Context
): Promise<Output<typeof revokeContract>> {
  const {effects, caller} = context;
  const store = await context.use(storeOf);
  return store.transaction(async (tx) => {
    const rows = await tx.selectFrom("token").selectAll().where("organisation", "=", organisation).execute();
    const row = rows.find(
      ({id, name, revoked_at}) => revoked_at === null && (id === input.token || name === input.token)
    );
    if (row === undefined) {
      throw new UserError("not-found", `There is no token ${input.token}`, {
        remedy: "List them with: ashlar tokens list"
      });
    }
    if (input.dryRun) return {id: row.id, name: row.name, status: "would be revoked" as const};
    await tx
      .updateTable("token")
      .set({revoked_at: nowText(effects)})
      .where("id", "=", row.id)
      .execute();
    await recordEvent(
      tx,
      {organisation, caller: caller.id, operation: "tokens.revoke", subject: row.id, detail: {name: row.name}},
      effects
    );
    return {id: row.id, name: row.name, status: "revoked" as const};
  });
}

/** The caller that a token stands for; null where it is unknown, revoked or expired. */
export async function callerOfToken(token: string, store: Store, effects: Effects): Promise<Caller | null> {
  const row = await store.db.selectFrom("token").selectAll().where("hash", "=", hashOf(token)).executeTakeFirst();
  if (row === undefined || !isLive(row, effects)) return null;
  const now = effects.now();
  const used = row.last_used_at;
  // To the minute: a write for every call would make readers wait for each other.
  if (used === null || Temporal.Instant.compare(Temporal.Instant.from(used).add({minutes: 1}), now) < 0) {
    await store.db
      .updateTable("token")
      .set({last_used_at: instantText(now)})
      .where("id", "=", row.id)
      .execute();
  }
  const {rowFilter, masked, role} = shown(row);
  return {id: `token:${row.name}`, roles: [role], rowFilter, masked};
}

/** Whether any token can be used: without one, nobody could call a server that asks for them. */
export async function hasTokens(store: Store, effects: Effects): Promise<boolean> {
  const rows = await store.db.selectFrom("token").selectAll().where("organisation", "=", organisation).execute();
  return rows.some((row) => isLive(row, effects));
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

function isLive({expires_at, revoked_at}: TokenRow, effects: Effects): boolean {
  if (revoked_at !== null) return false;
  return expires_at === null || Temporal.Instant.compare(Temporal.Instant.from(expires_at), effects.now()) > 0;
}

function isKnown(name: string): boolean {
  return name === "Tags" || name === "x" || Object.hasOwn(metrics, name);
}

function shown(row: TokenRow) {
  return {
    id: row.id,
    name: row.name,
    role: roleOf(row.role),
    rowFilter: row.row_filter,
    masked: JSON.parse(row.masked) as string[],
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at
  };
}

function roleOf(text: string): Role {
  const role = roles.find((each) => each === text);
  if (role === undefined) throw new Error(`a token has the role ${text}`);
  return role;
}
