import {UserError} from "../../errors.ts";
import type {Caller, Contract} from "../../operation.ts";
import {type Role, roles} from "./contract.ts";

/** What only an owner does: give and see tokens, and make or replace a practice. */
const ofOwners: readonly string[] = ["tokens.create", "tokens.list", "tokens.revoke", "init", "demo"];

/** The least role that an operation asks for. */
export function roleFor({name, kind}: Pick<Contract, "name" | "kind">): Role {
  return ofOwners.includes(name) ? "owner" : kind === "write" ? "writer" : "reader";
}

/** Throws `caller.refused` where the caller has not the role that an operation asks for. */
export function requireRole(caller: Caller, contract: Pick<Contract, "name" | "kind">): void {
  const needed = roleFor(contract);
  const allowed = roles.slice(roles.indexOf(needed));
  if (caller.roles.some((role) => allowed.some((each) => each === role))) return;
  throw new UserError("caller.refused", `${caller.id} may not call ${contract.name}: it is for the role ${needed}`, {
    remedy: "Use a token of that role; an owner makes one with: ashlar tokens create"
  });
}
