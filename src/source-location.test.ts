import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {sourceSettings} from "./settings.ts";
import {locationFault, sourceLocation} from "./source-location.ts";

describe("a location", () => {
  test.each([
    ["exports", {kind: "folder", path: "exports"}],
    ["/data/exports", {kind: "folder", path: "/data/exports"}],
    ["C:\\exports", {kind: "folder", path: "C:\\exports"}],
    ["file:///data/my%20exports", {kind: "folder", path: "/data/my exports"}],
    ["s3://bills", {kind: "s3", bucket: "bills", prefix: ""}],
    ["s3://bills/a/b/", {kind: "s3", bucket: "bills", prefix: "a/b"}],
    ["gs://bills/a", {kind: "gcs", bucket: "bills", prefix: "a"}],
    ["azblob://acme/bills/a", {kind: "azure", account: "acme", container: "bills", prefix: "a"}],
    [
      "https://acme.blob.core.windows.net/bills/a%20b",
      {kind: "azure", account: "acme", container: "bills", prefix: "a b"}
    ],
    ["https://example.com/bills/october.csv.gz", {kind: "https", url: "https://example.com/bills/october.csv.gz"}],
    ["https://example.com/bill?format=csv", {kind: "https", url: "https://example.com/bill?format=csv"}],
    ["http://127.0.0.1:8080/bill.csv", {kind: "https", url: "http://127.0.0.1:8080/bill.csv"}]
  ])("%s", (text, expected) => {
    expect(locationFault({location: text})).toBeNull();
    expect(sourceLocation(text)).toEqual(expected);
  });

  test.each([
    ["ftp://example.com/a", "must be a folder"],
    ["", "must be a folder"],
    ["s3://", "names no bucket"],
    ["s3:bills", "names no bucket"],
    ["azblob://acme", "names no account and container"],
    ["https://acme.blob.core.windows.net/", "names no container"],
    ["http://example.com/a.csv", "must begin with https://"],
    ["file://host/share", "three slashes"],
    ["exports\u0000", "control characters"]
  ])("%j is refused", (location, words) => {
    expect(locationFault({location})?.message).toContain(words);
  });

  test("a secret in it is refused, and not repeated", () => {
    const secret = fc.stringMatching(/^[A-Za-z0-9]{12,30}$/);
    const forms: readonly ((secret: string) => string)[] = [
      (word) => `https://ann:${word}@example.com/a.csv`,
      (word) => `https://${word}@example.com/a.csv`,
      (word) => `s3://AKIA:${word}@bills/exports`,
      (word) => `https://acme.blob.core.windows.net/bills/a?sv=2024-11-04&sp=rl&sig=${word}`,
      (word) => `https://example.com/a.csv?X-Amz-Signature=${word}`,
      (word) => `https://storage.googleapis.com/b/a.csv?X-Goog-Credential=${word}`,
      (word) => `https://example.com/a.csv?access_token=${word}`,
      (word) => `azblob://acme/bills/a?sig=${word}`
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...forms), (word, form) => {
        const parsed = sourceSettings.safeParse({id: "x", location: form(word)});
        expect(parsed.success).toBe(false);
        expect(JSON.stringify(parsed.error?.issues)).not.toContain(word);
        expect(JSON.stringify(parsed.error?.issues)).toMatch(/environment/);
        const endpoint = sourceSettings.safeParse({id: "x", location: "s3://bills", endpoint: form(word)});
        expect(endpoint.success).toBe(false);
        expect(JSON.stringify(endpoint.error?.issues)).not.toContain(word);
      })
    );
  });

  test("what means nothing there is refused", () => {
    expect(locationFault({endpoint: "https://x.example"})?.field).toBe("endpoint");
    expect(locationFault({location: "exports", endpoint: "https://x.example"})?.field).toBe("endpoint");
    expect(locationFault({location: "gs://bills", region: "eu"})?.field).toBe("region");
    expect(locationFault({location: "s3://bills", credentials: {token: "ASHLAR_T"}})?.message).toContain("token");
    expect(locationFault({location: "https://example.com/a", credentials: {token: "ASHLAR_T"}})).toBeNull();
  });

  test("only variables of our own are named, never the secret itself", () => {
    const token = (name: string) =>
      sourceSettings.safeParse({id: "x", location: "https://example.com/a", credentials: {token: name}}).success;
    expect(["ASHLAR_TOKEN", "AZURE_STORAGE_SAS"].map(token)).toEqual([true, true]);
    expect(["AWS_SECRET_ACCESS_KEY", "PATH", "eyJhbGciOiJIUzI1NiJ9.e30.x", "ashlar_token"].map(token)).toEqual(
      Array.from({length: 4}, () => false)
    );
  });
});
