import {gcsServer} from "../fixtures/gcs-server.ts";
import {storeSuite} from "../fixtures/store-suite.ts";

storeSuite("gcs", gcsServer);
