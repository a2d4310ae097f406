/**
 * The same KPIs in SQL, tuned: the file is read once with its types given, ids become integers once, and everything after
 * works on orders (a fraction of the lines) or on customer × month. DuckDB's own advice for WebAssembly is followed: typed
 * `read_csv`, no unneeded strings, window functions over already grouped rows, no joins by inequality.
 */
export const PREPARE = (file: string): readonly string[] => [
  `CREATE TABLE raw AS
     SELECT ord, line, cust, datediff('day', DATE '1970-01-01', CAST(time AS DATE)) AS day,
            year(time) * 12 + month(time) - 1 AS mon,
            CAST(paid * 100 AS BIGINT) AS paid, qty, CAST(refund * 100 AS BIGINT) AS refund,
            product, cat, ch, camp
     FROM read_csv('${file}', header = true, delim = ',', quote = '"', escape = '"', auto_detect = false,
       columns = {'ord': 'BIGINT', 'line': 'UTINYINT', 'cust': 'VARCHAR', 'time': 'TIMESTAMP', 'paid': 'DECIMAL(12,2)',
                  'qty': 'INTEGER', 'refund': 'DECIMAL(12,2)', 'pid': 'VARCHAR', 'product': 'VARCHAR', 'cat': 'VARCHAR',
                  'ch': 'VARCHAR', 'camp': 'VARCHAR'})`,
  `CREATE TYPE product_t AS ENUM (SELECT DISTINCT product FROM raw WHERE product IS NOT NULL ORDER BY 1)`,
  `CREATE TABLE cust_ids AS
     SELECT cust, CAST(row_number() OVER () AS INTEGER) AS id FROM (SELECT DISTINCT cust FROM raw WHERE cust IS NOT NULL)`,
  `CREATE TABLE lines AS
     SELECT ord, coalesce(id, 0) AS cust, day, mon, mon // 12 AS yr, paid, qty, refund, CAST(product AS product_t) AS product, cat, ch, camp
     FROM (SELECT ord, line, first(cust) AS cust, first(day) AS day, first(mon) AS mon, first(paid) AS paid, first(qty) AS qty,
                  first(refund) AS refund, first(product) AS product, first(cat) AS cat, first(ch) AS ch, first(camp) AS camp
           FROM raw GROUP BY ord, line)
     LEFT JOIN cust_ids USING (cust)`,
  `CREATE TABLE orders AS
     SELECT ord, max(cust) AS cust, min(day) AS day, min(mon) AS mon, min(yr) AS yr, CAST(sum(paid) AS BIGINT) AS paid,
            CAST(sum(refund) AS BIGINT) AS refund, CAST(sum(qty) AS BIGINT) AS qty
     FROM lines GROUP BY ord`,
  `CREATE TABLE purchase AS
     SELECT cust, day, mon, day - lag(day) OVER w AS gap, lead(day) OVER w AS next_day, lead(mon) OVER w AS next_mon,
            row_number() OVER w AS nth
     FROM (SELECT DISTINCT cust, day, mon FROM orders WHERE cust > 0 AND paid > 0)
     WINDOW w AS (PARTITION BY cust ORDER BY day)`,
  `CREATE TABLE firsts AS SELECT cust, day, mon, next_day FROM purchase WHERE nth = 1`,
];

/** Customers by period, with the last valid day before it. */
const tallied = (period: 'mon' | 'yr', start: string): string => `
  WITH cp AS (
    SELECT cust, ${period} AS p, sum(paid - refund) AS net, count(*) FILTER (paid > 0) AS n, max(day) FILTER (paid > 0) AS last
    FROM orders WHERE cust > 0 GROUP BY ALL),
  cw AS (
    SELECT *, ${start} - max(last) OVER (PARTITION BY cust ORDER BY p ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS ago
    FROM cp),
  c AS (
    SELECT p, count(*) FILTER (n > 0) AS buyers, sum(n) AS member_orders,
      count(*) FILTER (ago IS NULL AND n > 0) AS new_buyers, sum(net) FILTER (ago IS NULL AND n > 0) AS new_sales,
      count(*) FILTER (ago IS NOT NULL AND n > 0) AS ret_all_buyers, sum(net) FILTER (ago IS NOT NULL) AS ret_all_sales,
      count(*) FILTER (ago <= 365 AND n > 0) AS ret_365_buyers, sum(net) FILTER (ago <= 365) AS ret_365_sales,
      count(*) FILTER (ago <= 730 AND n > 0) AS ret_730_buyers, sum(net) FILTER (ago <= 730) AS ret_730_sales,
      count(*) FILTER (ago > 365 AND n > 0) AS reactivated, count(*) FILTER (n > 1) AS repeat_buyers,
      count(*) FILTER (n = 1) AS f1, count(*) FILTER (n = 2) AS f2, count(*) FILTER (n = 3) AS f3,
      count(*) FILTER (n = 4) AS f4, count(*) FILTER (n >= 5) AS f5
    FROM cw GROUP BY p),
  s AS (
    SELECT ${period} AS p, sum(paid - refund) AS sales, count(*) FILTER (paid > 0) AS orders,
      sum(paid - refund) FILTER (cust = 0) AS guest_sales, count(*) FILTER (cust = 0 AND paid > 0) AS guest_orders,
      sum(qty) AS qty, sum(refund) AS refund, sum(paid - refund) FILTER (cust > 0) AS member_sales
    FROM orders GROUP BY p)`;

const PERIOD_COLUMNS = `sales, orders, coalesce(guest_sales, 0) AS guest_sales, guest_orders, qty, refund, buyers, member_orders, member_sales,
  new_buyers, coalesce(new_sales, 0) AS new_sales, ret_all_buyers, coalesce(ret_all_sales, 0) AS ret_all_sales,
  ret_365_buyers, coalesce(ret_365_sales, 0) AS ret_365_sales, ret_730_buyers, coalesce(ret_730_sales, 0) AS ret_730_sales,
  reactivated, repeat_buyers`;

const WINDOWS = [30, 60, 90, 180, 365];

const dimension = (column: string, named = ''): Record<string, string> => {
  const from = `SELECT coalesce(CAST(l.${column} AS VARCHAR), '') AS v, l.cust, o.mon, o.yr, o.paid > 0 AS valid, l.paid - l.refund AS net
    FROM lines l JOIN orders o USING (ord) ${named}`;
  return {
    net: `SELECT v, mon, sum(net) AS sales, count(DISTINCT cust) FILTER (valid AND cust > 0) AS buyers FROM (${from})
      GROUP BY ALL HAVING sales <> 0 OR buyers > 0`,
    years: `SELECT v, yr, count(DISTINCT cust) AS buyers FROM (${from}) WHERE valid AND cust > 0 GROUP BY ALL`,
  };
};

const TOP_PRODUCTS = `WHERE l.product IN (SELECT product FROM lines GROUP BY product ORDER BY sum(paid - refund) DESC, product LIMIT 200)`;

const RFM = `WITH r AS (
    SELECT cust, end_day - max(day) FILTER (paid > 0) AS recency, count(*) FILTER (paid > 0 AND end_day - day <= 365) AS n,
           coalesce(sum(paid - refund) FILTER (end_day - day <= 365), 0) AS net
    FROM orders, (SELECT max(day) + 1 AS end_day FROM lines) WHERE cust > 0 GROUP BY cust, end_day),
  cuts AS (SELECT quantile_disc(net, [0.2, 0.4, 0.6, 0.8]) AS q FROM r WHERE n > 0)`;

export const QUERIES: Readonly<Record<string, string>> = {
  meta: `SELECT count(*) AS lines, (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM cust_ids) AS customers,
           min(day) AS dmin, max(day) AS dmax FROM lines`,
  monthly: `${tallied('mon', `datediff('day', DATE '1970-01-01', make_date(p // 12, p % 12 + 1, 1))`)}
    SELECT p AS mon, ${PERIOD_COLUMNS} FROM s JOIN c USING (p)`,
  yearly: `${tallied('yr', `datediff('day', DATE '1970-01-01', make_date(p, 1, 1))`)},
    kept AS (
      SELECT p, count(*) FILTER (p - before = 1) AS retained FROM
        (SELECT p, lag(p) OVER (PARTITION BY cust ORDER BY p) AS before FROM cp WHERE n > 0) GROUP BY p)
    SELECT p AS yr, ${PERIOD_COLUMNS}, f1, f2, f3, f4, f5, coalesce(lag(buyers) OVER (ORDER BY p), 0) AS prev_buyers, retained
    FROM s JOIN c USING (p) JOIN kept USING (p)`,
  gap_monthly: `SELECT mon, median(gap) AS med_gap, count(*) AS n_gap FROM purchase WHERE gap IS NOT NULL GROUP BY mon`,
  gap_yearly: `SELECT mon // 12 AS yr, median(gap) AS med_gap, count(*) AS n_gap FROM purchase WHERE gap IS NOT NULL GROUP BY yr`,
  dormant: `WITH spells AS (
      SELECT year(f) * 12 + month(f) - 1 AS f, t FROM
        (SELECT make_date(CAST(day + 365 AS INTEGER)) AS f, coalesce(next_mon, 2147483647) AS t FROM purchase)),
    steps AS (
      SELECT f AS mon, 1 AS d FROM spells WHERE f < t UNION ALL SELECT t AS mon, -1 AS d FROM spells WHERE f < t),
    d AS (SELECT mon, sum(d) AS d FROM steps GROUP BY mon),
    e AS (SELECT mon, count(*) AS e FROM firsts GROUP BY mon)
    SELECT mon, sum(coalesce(d, 0)) OVER w AS dormant, sum(coalesce(e, 0)) OVER w AS ever
    FROM (SELECT unnest(range(min(mon), max(mon) + 1)) AS mon FROM orders) LEFT JOIN d USING (mon) LEFT JOIN e USING (mon)
    WINDOW w AS (ORDER BY mon)`,
  rolling: `WITH span AS (SELECT min(mon) AS m0, max(mon) AS m1 FROM orders),
    masks AS (SELECT bit_or(CAST(1 AS BIGINT) << (mon - m0)) AS mask FROM purchase, span GROUP BY cust),
    ends AS (SELECT unnest(range(m0 + 23, m1 + 1)) AS mon, m0 FROM span)
    SELECT mon, count(*) FILTER ((mask >> (mon - m0 - 23)) & 4095 <> 0) AS base,
      count(*) FILTER ((mask >> (mon - m0 - 23)) & 4095 <> 0 AND (mask >> (mon - m0 - 11)) & 4095 <> 0) AS retained
    FROM ends, masks GROUP BY mon`,
  second_purchase: `SELECT mon, count(*) AS n, ${WINDOWS.map(
    (
      days,
    ) => `count(*) FILTER (last - day >= ${days}) AS e${days}, count(*) FILTER (next_day - day <= ${days}) AS c${days},
      count(*) FILTER (last - day >= ${days} AND next_day - day <= ${days}) AS ec${days}`,
  ).join(', ')} FROM firsts, (SELECT max(day) AS last FROM lines) GROUP BY mon`,
  cohort: `SELECT f.mon AS fmon, o.mon, count(DISTINCT o.cust) FILTER (o.paid > 0) AS active, sum(o.paid - o.refund) AS net
    FROM orders o JOIN firsts f USING (cust) WHERE o.mon >= f.mon GROUP BY ALL HAVING active > 0`,
  rfm_cuts: `${RFM} SELECT unnest(range(1, 5)) AS fifth, unnest(q) AS cut FROM cuts`,
  rfm: `${RFM} SELECT
      CASE WHEN recency <= 30 THEN 5 WHEN recency <= 90 THEN 4 WHEN recency <= 180 THEN 3 WHEN recency <= 365 THEN 2 ELSE 1 END AS rs,
      CASE WHEN n >= 10 THEN 5 WHEN n >= 5 THEN 4 WHEN n >= 3 THEN 3 WHEN n = 2 THEN 2 ELSE 1 END AS fs,
      CASE WHEN n = 0 OR net <= q[1] THEN 1 WHEN net <= q[2] THEN 2 WHEN net <= q[3] THEN 3 WHEN net <= q[4] THEN 4 ELSE 5 END AS ms,
      count(*) AS n, sum(net) AS sales
    FROM r, cuts WHERE recency IS NOT NULL GROUP BY 1, 2, 3`,
  new_products: `WITH born AS (SELECT product, min(o.yr) AS yr FROM lines l JOIN orders o USING (ord) WHERE l.paid > 0 GROUP BY product)
    SELECT o.mon, coalesce(sum(l.paid - l.refund) FILTER (o.yr = b.yr), 0) AS new_sales, count(DISTINCT l.product) AS n_products
    FROM lines l JOIN orders o USING (ord) LEFT JOIN born b USING (product) GROUP BY o.mon`,
  ...Object.fromEntries(
    [
      ['category', dimension('cat')],
      ['channel', dimension('ch')],
      ['campaign', dimension('camp')],
      ['product', dimension('product', TOP_PRODUCTS)],
    ].flatMap(([name, queries]) => {
      const { net = '', years = '' } = queries as Record<string, string>;
      return [
        [name as string, net],
        [`${name as string}_years`, years],
      ];
    }),
  ),
};
