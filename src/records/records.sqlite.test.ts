import {invoiceSuite} from "./fixtures/invoice-suite.ts";
import {recordSuite} from "./fixtures/record-suite.ts";
import {workSuite} from "./fixtures/work-suite.ts";

const fresh = async () => ({});

workSuite("sqlite", fresh);
recordSuite("sqlite", fresh);
invoiceSuite("sqlite", fresh);
