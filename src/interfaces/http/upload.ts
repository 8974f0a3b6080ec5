import {createHash, type Hash} from "node:crypto";
import {createWriteStream} from "node:fs";
import {mkdir, rm} from "node:fs/promises";
import {basename, join} from "node:path";
import {pipeline} from "node:stream/promises";
import type {FastifyReply, FastifyRequest} from "fastify";
import {UserError} from "../../errors.ts";
import {ingest as ingestContract} from "../../lake/ingest/contract.ts";
import {storageError} from "../../lake/storage.ts";
import type {Context, Operation} from "../../operation.ts";
import {parsedInput} from "./call-input.ts";
import {inputFromQuery} from "./query-input.ts";
import {answerWork, onlyOnce, performed, type WriteParts} from "./write.ts";

/** Files of one upload: they are one delivery. */
const mostFiles = 100;

/** Takes files into a private folder and ingests them as one delivery; the folder is gone afterwards. */
export async function answerUpload(
  operation: Operation,
  request: FastifyRequest,
  reply: FastifyReply,
  context: Context,
  parts: WriteParts & {readonly uploadLimit: number}
): Promise<FastifyReply> {
  if (!request.isMultipart()) {
    throw new UserError("request.unsupported", "an upload is sent as multipart/form-data", {
      remedy: "Send the files in parts named file, and source and the other fields of ingest beside them."
    });
  }
  const folder = join(context.folder.data, "uploads", context.effects.id());
  await mkdir(folder, {recursive: true, mode: 0o700});
  const remove = (): Promise<void> => rm(folder, {recursive: true, force: true});
  try {
    const {files, fields} = await received(request, folder, parts.uploadLimit).catch((error: unknown) => {
      throw receiveFailure(error, folder);
    });
    const input = {...inputFromQuery(ingestContract, fields), paths: files.map(({name}) => name)};
    parsedInput(ingestContract, input);
    const inside: Context = {...context, effects: {...context.effects, cwd: () => folder}};
    // The same bytes under another name or with other options are another write.
    const write = {operation: "ingest.upload", input: {...input, paths: files}};
    const work = await onlyOnce(write, request, reply, inside, (watched) =>
      performed(operation, input, watched, parts)
    );
    // Removed before the answer, so that who has it finds nothing left.
    return await answerWork(request, reply, inside, parts, async (watched) => {
      try {
        return await work(watched);
      } finally {
        await remove();
      }
    });
  } finally {
    await remove();
  }
}

/** A body that breaks off or is no multipart at all is the sender's; a full disk is ours. */
function receiveFailure(error: unknown, folder: string): unknown {
  if (error instanceof UserError || (error instanceof Error && "statusCode" in error)) return error;
  if (error instanceof Error && "syscall" in error) return storageError(folder, error);
  return new UserError("usage.invalid", "the body is not complete multipart/form-data", {
    remedy: "Send it again; see /api/docs#ingest for the fields of an upload.",
    cause: error
  });
}

interface ReceivedFile {
  /** In the private folder. */
  readonly name: string;
  readonly sha256: string;
}

async function received(
  request: FastifyRequest,
  folder: string,
  uploadLimit: number
): Promise<{readonly files: readonly ReceivedFile[]; readonly fields: URLSearchParams}> {
  const files: ReceivedFile[] = [];
  const fields = new URLSearchParams();
  const limits = {fileSize: uploadLimit, files: mostFiles, fields: 40, fieldSize: 4096, parts: mostFiles + 40};
  for await (const part of request.parts({limits})) {
    if (part.type === "field") {
      if (part.fieldname === "paths") throw invalid("paths are not given: the files themselves are sent");
      fields.append(part.fieldname, String(part.value));
      continue;
    }
    const name = freeName(files, part.filename ?? "");
    const hash = createHash("sha256");
    const target = createWriteStream(join(folder, name), {flags: "wx", mode: 0o600});
    await pipeline(part.file, (source: AsyncIterable<Buffer>) => hashed(source, hash), target);
    if (part.file.truncated) {
      throw new UserError("request.too-large", `${name} has more than ${uploadLimit} bytes`, {
        at: {file: name},
        remedy: "Give large files by ashlar ingest on the machine itself, or raise --upload-limit."
      });
    }
    files.push({name, sha256: hash.digest("hex")});
  }
  if (files.length === 0) throw invalid("the upload has no file");
  return {files, fields};
}

async function* hashed(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer, void, void> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

/** The name that the sender gave, without folders and signs that a file system may not like; unlike the others. */
function freeName(taken: readonly ReceivedFile[], given: string): string {
  const last = basename(given.replaceAll("\\", "/")).replaceAll(/[^\p{L}\p{N}._ ()=+-]/gu, "_");
  const name = /^[._ ]*$/.test(last) ? "upload.csv" : last.replace(/^[.-]+/, "_").slice(-120);
  return taken.some((each) => each.name === name) ? `${taken.length}-${name}` : name;
}

function invalid(message: string): UserError {
  return new UserError("usage.invalid", message, {remedy: "See /api/docs#ingest for the fields of an upload."});
}
