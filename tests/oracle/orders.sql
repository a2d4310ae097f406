-- Order lines of tests/fixtures/adventureworks.csv.gz as tables, for sqlite3 (3.40) run at the repository's root.
-- Definitions as in the project's KPI page (one order names two customers: the id that sorts first); nothing here is shared with
-- the code under test.
.bail on
.mode csv
.import '|zcat tests/fixtures/adventureworks.csv.gz' raw
create table line as
  select 订单编号 as ord, min(会员ID) as customer, julianday(substr(min(下单时间), 1, 10)) - 2440587.5 as day,
    cast(round(实付金额 * 100) as integer) as paid, cast(round(退款金额 * 100) as integer) as refund,
    类目 as category, 渠道 as channel
  from raw group by 订单编号, 子单序号;
create table orders as
  select ord, min(customer) as customer, cast(min(day) as integer) as day, sum(paid) as paid, sum(paid - refund) as net
  from line group by ord;
create index orders_customer on orders (customer, day);
create table valid as select * from orders where paid > 0;
create table member as select * from valid where customer <> '';
create table first_buy as select customer, min(day) as day from member group by customer;
create table span as select min(day) as first_day, max(day) as last_day from orders;
.mode json
