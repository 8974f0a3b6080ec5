import {azureServer} from "../fixtures/azure-server.ts";
import {storeSuite} from "../fixtures/store-suite.ts";

storeSuite("azure", azureServer);
