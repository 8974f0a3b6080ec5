import {randomBytes} from "node:crypto";
import {readFile, readdir} from "node:fs/promises";
import {join, relative, sep} from "node:path";
import type {FastifyInstance, FastifyReply, FastifyRequest} from "fastify";

/** The mark in the built page where each answer gets a fresh nonce. */
const nonceMark = "__CSP_NONCE__";

/** What a page may do: nothing from other places, no script in the page, styles only with the nonce. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'"
  ].join("; ");
}

export function freshNonce(): string {
  return randomBytes(18).toString("base64url");
}

/** Gives out the built web client; every address that is none of its files is a page of it. */
export interface WebFiles {
  /** Whether the call was answered. */
  answer(request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
}

export async function webFiles(app: FastifyInstance, folder: string): Promise<WebFiles> {
  const {default: files} = await import("@fastify/static");
  await app.register(files, {root: folder, serve: false, decorateReply: true, cacheControl: false});
  const names = new Set(
    (await readdir(folder, {recursive: true, withFileTypes: true}))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
  );
  return {
    async answer(request, reply) {
      const path = decoded(request.url);
      if (path === null) return false;
      if (names.has(path) && path !== "index.html") {
        const hashed = path.startsWith("assets/");
        void reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
        await reply.sendFile(path);
        return true;
      }
      const wantsPage = /text\/html|\*\/\*/.test(request.headers.accept ?? "");
      if (!wantsPage || /^(api|mcp|metrics|healthz|readyz|assets)(\/|$)/.test(path)) return false;
      const nonce = freshNonce();
      const page = (await readFile(join(folder, "index.html"), "utf8")).replaceAll(nonceMark, nonce);
      await reply
        .headers({"content-security-policy": pagePolicy(nonce), "cache-control": "no-cache"})
        .type("text/html; charset=utf-8")
        .send(page);
      return true;
    }
  };
}

function decoded(url: string): string | null {
  try {
    return decodeURIComponent(url.split("?")[0] ?? "").replace(/^\/+/, "");
  } catch {
    return null;
  }
}
