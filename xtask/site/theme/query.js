// Splits a query as xtask/site/src/search/tokens.rs splits pages; tests/tokens.json holds both to the same tokens.
// elasticlunr's own way splits at spaces only. It is asked for the tokens of each query, so it can be replaced here, in
// the file that brings the index: there is no query before it.
{
  const CHINESE = "\\u3400-\\u9fff\\uf900-\\ufaff";
  const RUNS = new RegExp(`[${CHINESE}]+|(?:(?![${CHINESE}])[\\p{L}\\p{N}_-])+`, "gu");
  const runsOf = query => String(query ?? "").match(RUNS) ?? [];
  const isChinese = run => new RegExp(`^[${CHINESE}]`).test(run);
  // deleteAccount, v3Token; and MFAToken, where the last capital belongs to the next word.
  const words = name => name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
    .toLowerCase().split(/[ _-]/).filter(word => word !== "");
  const pairs = run =>
    run.length === 1 ? [run] : Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2));
  const whole = several => several.length > 1 ? [several.join("")] : [];
  // All words of the query as if they were one name, so that "delete account" finds deleteAccount first.
  const nameOf = runs => whole(runs.filter(run => !isChinese(run)).flatMap(words));

  elasticlunr.tokenizer = query => {
    const runs = runsOf(query);
    const tokens = runs.flatMap(run => isChinese(run) ? pairs(run) : [...whole(words(run)), ...words(run)]);
    return tokens.concat(nameOf(runs).filter(token => !tokens.includes(token)));
  };

  // Whoever types a name without a space means that name: pages that have it come before those with words of it.
  const { search } = elasticlunr.Index.prototype;
  elasticlunr.Index.prototype.search = function (query, options) {
    const results = search.call(this, query, options);
    const [name] = /\s/.test(query) ? [] : this.pipeline.run(nameOf(runsOf(query)));
    if (name === undefined) return results;
    const has = ({ ref }) => this.getFields().some(field => ref in (this.index[field].getDocs(name) ?? {}));
    return [...results.filter(has), ...results.filter(result => !has(result))];
  };
}
