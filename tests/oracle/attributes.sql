-- sqlite3 :memory: < tests/oracle/attributes.sql > tests/oracle/attributes.expected.json
-- Both parts of each rate by calendar year and by what customers are: where they first bought, what, and since when. Money in cents.
.read tests/oracle/orders.sql
create table first_line as
  select m.customer, l.category, l.channel, l.paid
  from first_buy f join member m on m.customer = f.customer and m.day = f.day join line l on l.ord = m.ord;
create table ranked as
  select 'firstChannel' as dim, customer, channel as v, row_number() over (partition by customer order by sum(paid) desc, channel) as n
  from first_line group by customer, channel
  union all
  select 'firstCategory', customer, category, row_number() over (partition by customer order by sum(paid) desc, category)
  from first_line group by customer, category;
create table year as
  with recursive y(yr) as (select 2015 union all select yr + 1 from y where yr < 2017)
  select yr, cast(julianday(yr || '-01-01') - 2440587.5 as integer) as a, cast(julianday(yr || '-12-31') - 2440587.5 as integer) as b from y;
create table label as
  select dim, customer, yr, v from ranked, year where n = 1
  union all
  select 'tenure', customer, yr, case yr - cast(strftime('%Y', day * 86400, 'unixepoch') as integer) when 0 then 'new' when 1 then 'one' else 'more' end
  from first_buy, year where day <= b;
create table active as
  select customer, yr, count(*) as n, sum(net) as net from member join year on day between a and b group by customer, yr;
create table recent as
  select distinct m.customer, y.yr from member m join year y on m.day between y.a - 365 and y.a - 1;
create table cohort as
  select f.customer, strftime('%Y-%m', f.day * 86400, 'unixepoch') as mon, f.day,
    exists (select 1 from member m where m.customer = f.customer and m.day > f.day and m.day - f.day <= 90) as again
  from first_buy f;
create table mature as
  select mon from cohort, span group by mon having min(last_day - day >= 90) = 1;
select label.dim, label.v, label.yr as year,
  count(here.customer) as buyers, coalesce(sum(here.n), 0) as memberOrders, coalesce(sum(here.n > 1), 0) as repeatBuyers,
  count(before.customer) as previousBuyers, count(case when before.customer is not null then here.customer end) as retained,
  count(case when recent.customer is not null then here.customer end) as returningBuyers,
  coalesce(sum(case when recent.customer is not null then here.net end), 0) as returningSales,
  coalesce(sum(c.customer is not null), 0) as mature, coalesce(sum(c.again), 0) as matureConverted
from label
  left join active here on here.customer = label.customer and here.yr = label.yr
  left join active before on before.customer = label.customer and before.yr = label.yr - 1
  left join recent on recent.customer = label.customer and recent.yr = label.yr
  left join cohort c on c.customer = label.customer and substr(c.mon, 1, 4) = cast(label.yr as text) and c.mon in (select mon from mature)
group by label.dim, label.v, label.yr
union all
select 'channel', channel, yr, null, count(*), null, null, null, null, sum(net), null, null
from orders join year on day between a and b
  join (select ord as o, channel, row_number() over (partition by ord order by sum(paid) desc, channel) as n from line group by ord, channel) on o = ord and n = 1
group by channel, yr
order by 1, 2, 3;
