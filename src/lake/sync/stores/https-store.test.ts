import {storeSuite} from "../fixtures/store-suite.ts";
import {webServer} from "../fixtures/web-server.ts";

storeSuite("https", webServer);
