-- sqlite3 :memory: < tests/oracle/customer-groups.sql > tests/oracle/customer-groups.expected.json
-- Customers and net by named group at the data's end and a year before; buyers by category and channel in the last two 365 days.
.read tests/oracle/orders.sql
create table seen as select 'now' as at, last_day as d from span union all
  select 'before', cast(julianday(date(last_day * 86400, 'unixepoch', '-1 year')) - 2440587.5 as integer) from span;
create table scored as
  select at, customer, max(case when paid > 0 then day end) as last, sum(paid > 0 and day > d - 365) as n,
    sum(case when day > d - 365 then net else 0 end) as net, d
  from seen join orders on day <= d and customer <> '' group by at, customer having last is not null;
create table cut as
  select at, max(case when cume <= 0 then 0 end) as none,
    min(case when cume >= .2 then net end) as p20, min(case when cume >= .4 then net end) as p40,
    min(case when cume >= .6 then net end) as p60, min(case when cume >= .8 then net end) as p80
  from (select at, net, cume_dist() over (partition by at order by net) as cume from scored where n > 0) group by at;
create table rfm as
  select scored.at, customer, net,
    case when d + 1 - last <= 30 then 5 when d + 1 - last <= 90 then 4 when d + 1 - last <= 180 then 3 when d + 1 - last <= 365 then 2 else 1 end as r,
    case when n >= 10 then 5 when n >= 5 then 4 when n >= 3 then 3 when n = 2 then 2 else 1 end as f,
    case when n = 0 then 1 else 1 + (net > p20) + (net > p40) + (net > p60) + (net > p80) end as m
  from scored join cut on cut.at = scored.at;
select 'group' as kind, at, case
    when r = 1 then 'lost'
    when r = 2 and (m >= 4 or f >= 3) then 'dormantValuable'
    when r = 2 then 'dormant'
    when r = 3 and f <= 2 then 'atRisk'
    when f >= 3 and r >= 4 and m >= 4 then 'champions'
    when f >= 3 then 'loyal'
    when f = 2 then 'promising'
    when m >= 4 then 'promisingNew'
    else 'new' end as name, count(*) as n, sum(net) as sales
  from rfm group by 2, 3
union all
select 'category', case when v.day > last_day - 365 then 'now' else 'before' end, category, count(distinct v.customer), null
  from valid v join line l on l.ord = v.ord, span where v.day > last_day - 730 and v.customer <> '' group by 2, 3
union all
select 'all', case when day > last_day - 365 then 'now' else 'before' end, '', count(distinct customer), null
  from member, span where day > last_day - 730 group by 2
order by 1, 2, 3;
