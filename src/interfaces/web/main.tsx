import {parseFilter} from "../../cost/filter/parse.ts";
import {filterText} from "../../cost/filter/text.ts";
console.log(filterText(parseFilter(location.search)));
