-- about: >-
--   matched entries that say something else than the record or the batch that they pay, a row an entry and part
--   of its batch. amount: the fen that are in question where source, code or document differ. payee_unlisted: the payer of subsidies is
--   to be on the list of paying banks, or to be the person, by the keyed sign of the name; a payment has its own payee,
--   in a batch too; a batch of payments to several may be paid through a bank, or to each what is theirs. project_fen: what a project was paid beyond its records
with paid as not materialized (
  select m.match, e.*
  from matched_entry m
  join entry e using (delivery_id, line)
  where m.year = (select year from this_year)
), whole as not materialized (
  select *
  from matched_batch
  where year = (select year from this_year)
), of_several as (
  select match
  from whole
  group by match
  having count(*) > 1
), of_project as (
  select p.delivery_id, p.line, b.batch, upper(p.project_code) as project,
    sum(p.amount) over w as fen,
    row_number() over (w order by p.amount desc, p.delivery_id, p.line) as nth
  from (select distinct match, batch from whole where register = 'payment') b
  join paid p on p.match = b.match
  where p.project_code <> ''
  window w as (partition by p.match, b.batch, upper(p.project_code))
), over_project as (
  select o.delivery_id, o.line, (o.fen - coalesce(sum(r.amount), 0))::bigint as fen
  from of_project o
  left join record r
    on r.register = 'payment'
    and r.batch = o.batch
    and upper(r.project_code) = o.project
  where o.nth = 1
  group by o.delivery_id, o.line, o.fen
), of_payee as (
  select p.delivery_id, p.line, b.batch, p.payee_name,
    sum(p.amount) over w as fen,
    row_number() over (w order by p.amount desc, p.delivery_id, p.line) as nth
  from (
    select distinct match, batch
    from whole
    where register = 'payment'
      and payee_name <> last_payee_name
  ) b
  join paid p on p.match = b.match
  where not p.is_bank
  window w as (partition by p.match, b.batch, p.payee_name)
), over_payee as (
  select o.delivery_id, o.line, (o.fen - coalesce(sum(r.amount), 0))::bigint as fen
  from of_payee o
  left join record r
    on r.register = 'payment'
    and r.batch = o.batch
    and r.payee_name = o.payee_name
  where o.nth = 1
  group by o.delivery_id, o.line, o.fen
), beside as (
  select p.*, p.amount as part_fen, r.register, r.voucher as record_voucher,
    r.payee as record_payee, r.person,
    r.project_code as record_project, r.document_number as record_document,
    r.source as record_source, r.function_code as record_code,
    r.payee_name <> '' and r.payee_name <> p.payee_name as payee_differs,
    r.payee_name = ''
      and not p.is_bank
      and case
        when p.payee ~ '~[0-9a-f]{10}$' and r.person ~ '~[0-9a-f]{10}$'
          then right(p.payee, 11) <> right(r.person, 11)
        -- a subsidy from before names had signs
        when p.payee ~ '~[0-9a-f]{10}$' then substring(p.payee from '^.\*+') is distinct from r.person
        -- a person whose name is not known for one; what the ledger masks itself may be anybody
        else p.payee like '%*%' or left(p.payee, 1) || repeat('*', length(p.payee) - 1)
          is distinct from regexp_replace(r.person, '~[0-9a-f]{10}$', '')
      end as payee_unlisted,
    p.project_code <> '' and r.project_code <> ''
      and upper(p.project_code) <> upper(r.project_code) as project_differs,
    p.amount as project_fen
  from paid p
  join record_matched r using (match)
  union all
  select p.*, case when s.match is null then p.amount else b.amount end, b.register, '',
    '', '', b.project_code, b.document_number, b.source, b.function_code,
    b.register = 'payment' and b.payee_name = b.last_payee_name and b.payee_name <> p.payee_name,
    not p.is_bank
      and case
        when b.register <> 'payment' then true
        when b.payee_name = b.last_payee_name then false
        else coalesce(y.fen > 0, false)
      end,
    coalesce(o.fen > 0, false),
    o.fen
  from paid p
  join whole b on b.match = p.match
  left join of_several s on s.match = b.match
  left join over_project o on o.delivery_id = p.delivery_id and o.line = p.line
  left join over_payee y on y.delivery_id = p.delivery_id and y.line = p.line
), compared as (
  select *,
    document_number <> '' and record_document <> '' and document_number <> record_document
      as document_differs,
    source <> record_source as source_differs,
    function_code <> record_code as code_differs,
    record_voucher <> '' and record_voucher <> voucher as voucher_differs
  from beside
)
select *,
  case when payee_differs or payee_unlisted then regexp_replace(payee, '~[0-9a-f]{10}$', '') end as shown_payee
from compared
where payee_differs
  or payee_unlisted
  or project_differs
  or document_differs
  or source_differs
  or code_differs
  or voucher_differs
