-- sqlite3 :memory: < tests/oracle/campaigns.sql > tests/oracle/campaigns.expected.json
-- What is counted, not estimated, of six windows; the file has no campaign column, so a category stands for the tag.
.read tests/oracle/orders.sql
create table campaign (id text, tag text, first text, last text);
insert into campaign values
  ('spring', '', '2016-03-01', '2016-03-20'),
  ('summer', 'Helmets', '2016-07-01', '2016-07-31'),
  ('festival', '', '2016-12-20', '2017-01-05'),
  ('tyres', 'Tires and Tubes', '2017-05-10', '2017-05-24'),
  ('autumn', 'Road Bikes', '2017-09-01', '2017-09-15'),
  ('late', '', '2017-11-20', '2017-12-02');
create table w as
  select id, tag, cast(julianday(first) - 2440587.5 as integer) as a, cast(julianday(last) - 2440587.5 as integer) as b,
    cast(substr(first, 1, 4) as integer) as yr,
    cast(julianday(substr(first, 1, 4) || '-01-01') - 2440587.5 as integer) as ya,
    cast(julianday(substr(first, 1, 4) || '-12-31') - 2440587.5 as integer) as yb
  from campaign;
create table hit as
  select w.id, o.ord, o.customer, o.day, o.paid, sum(l.paid - l.refund) as net
  from w join orders o on o.day between w.a and w.b join line l on l.ord = o.ord and (w.tag = '' or l.category = w.tag)
  group by w.id, o.ord;
create table won as
  select distinct hit.id, f.customer, f.day from hit join first_buy f on f.customer = hit.customer and f.day = hit.day and hit.paid > 0;
create table other as
  select w.id, f.customer, f.day from w join first_buy f on f.day between w.ya and w.yb
  where not exists (select 1 from w as any_window where f.day between any_window.a and any_window.b);
create table again as
  select f.customer, min(m.day) - f.day as gap from first_buy f join member m on m.customer = f.customer and m.day > f.day group by f.customer;
create table cohort as
  select kind, id,
    sum(last_day - day >= 90) as mature,
    sum(last_day - day >= 90 and coalesce(gap, 1000) <= 90) as converted,
    sum(last_day - day < 90) as immature
  from (select 'won' as kind, * from won union all select 'other', * from other)
    left join again using (customer), span
  group by kind, id;
select w.id, w.tag, w.a as start, w.b as end, w.yr as year,
  (select sum(net) from hit where hit.id = w.id) as sales,
  (select sum(net) from hit where hit.id = w.id and day <= w.yb) as salesOfYear,
  (select sum(net) from orders where day between w.a and w.b) as shopSales,
  (select sum(net) from orders where day between w.ya and w.yb) as yearSales,
  (select count(*) from hit where hit.id = w.id and paid > 0) as orders,
  (select count(distinct customer) from hit where hit.id = w.id and paid > 0 and customer <> '') as buyers,
  (select count(*) from won where won.id = w.id) as newCustomers,
  won.mature, won.converted, won.immature,
  other.mature as otherMature, other.converted as otherConverted, other.immature as otherImmature
from w
  left join cohort as won on won.kind = 'won' and won.id = w.id
  left join cohort as other on other.kind = 'other' and other.id = w.id
order by w.a;
