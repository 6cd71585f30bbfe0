# Twenty rules of ABRO, as (rule, subject) that are breached.
package abro

import rego.v1

starts := 739617 # 2026-01-01
for_all := 740347 # 2028-01-01
virbi_starts := 739503 # 2025-09-09
method_starts := 739773 # 2026-06-06
eea := {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK"}
offensive := {"CN", "IR", "KP", "RU"}
corporate := {"demerger", "cooperation", "outsourcing", "merger", "significant_influence", "takeover_threat", "nonbinding_offer", "closure", "suspension_of_payment", "bankruptcy"}

# Who and what

bodies := {"department", "department_service", "agency", "police"}
body if input.kind in bodies

tbb := max([input.tbb, input.floor]) if input.on >= method_starts
else := input.tbb

market if input.deployment in {"private", "community", "hybrid", "public"}
public if input.deployment == "public"
public if {
	input.deployment == "hybrid"
	input.in_public_part
}
treaty if {
	some origin in input.origin
	origin in {"nato", "eu", "esa"}
}
special if {
	input.national_security
	tbb >= 1
}

# Which texts bind

inside if {
	body
	input.start_date <= input.launched_on
}
inside if {
	body
	input.launched_on >= for_all
}
inside if {
	input.kind == "defence"
	input.start_date <= input.launched_on
}
inside if {
	input.kind in {"high_council", "other"}
	input.adopted
}
exempt if input.buyer_can_mitigate == "yes"
exempt if input.kind in {"zbo", "province", "municipality", "water_board", "state_owned_company"}
exempt if {
	input.kind in {"public_law_body", "foundation", "private", "other"}
	input.vital_provider
}
exempt if {
	body
	input.start_date > input.launched_on
	input.launched_on < for_all
}
exempt if {
	body
	input.project_started_on < input.start_date
	not input.adopted
}
applies if {
	input.launched_on >= starts
	input.national_security
	inside
	not exempt
}
chapter3 if {
	applies
	some sort in input.application
	sort in {"physical_storage", "digital_storage"}
}
chapter4 if {
	applies
	market
}
chapter4 if {
	applies
	some sort in input.application
	sort in {"digital_storage", "cloud_service"}
}
chapter5 if {
	applies
	market
}
chapter5 if {
	applies
	"cloud_service" in input.application
	not input.deployment in {"none", "on_premises"}
}
virbi if {
	input.on >= virbi_starts
	input.kind in {"department", "department_service", "agency", "defence"}
}
abdo if {
	input.kind == "defence"
	input.abdo_contract
	input.launched_on < input.start_date
}
light_cloud if {
	chapter5
	tbb == 1
	market
}

# The procurement

breach contains ["CLD-01", "procurement"] if {
	chapter5
	tbb >= 2
	public
}
breach contains ["CLD-06", "procurement"] if {
	light_cloud
	some country in input.administration_countries
	not country in eea
}
breach contains ["KEY-01", "procurement"] if {
	light_cloud
	not input.key_holder in {"buyer", "declared_third_party"}
}
announced if {
	input.announced_on > 0
	input.announced_on <= input.launched_on
}
breach contains ["PRO-01", "procurement"] if {
	applies
	input.stage >= 1
	not announced
}
accredited_beforehand if {
	input.accredited > 0
	input.accredited < input.goes_live_on
}
breach contains ["VIR-07", "procurement"] if {
	virbi
	input.floor >= 1
	input.stage >= 4
	input.on > input.goes_live_on
	not accredited_beforehand
}
breach contains ["VIR-04", "procurement"] if {
	virbi
	input.floor >= 1
	input.vir_04 == "breach"
	not treaty
}

# The suppliers

late(supplier) if supplier.role in {"winner", "contractor"}
early(supplier) if supplier.role in {"candidate", "tenderer", "winner", "contractor"}

contractor contains supplier if {
	applies
	some supplier in input.suppliers
	late(supplier)
}
online contains supplier if {
	chapter4
	some supplier in contractor
}

breach contains ["PRO-04", supplier.name] if {
	some supplier in contractor
	input.stage >= 4
	supplier.security_declaration != "issued"
	not input.no_declaration_grounds
}
all_dutch(supplier) if {
	tbb == 1
	every country in input.storage_countries { country == "NL" }
	every country in input.processing_countries { country == "NL" }
	supplier.dutch_entity
	supplier.dutch_staff
}
breach contains ["TRN-08b", supplier.name] if {
	abdo
	tbb >= 1
	market
	not public
	some supplier in input.suppliers
	late(supplier)
	not all_dutch(supplier)
}
breach contains ["VET-02b", supplier.name] if {
	some supplier in contractor
	tbb >= 1
	input.stage >= 5
	supplier.risk_analysis < input.year_ago
}
inspected(supplier) if {
	supplier.inspected_on >= input.year_ago
	supplier.networks_listed_on >= input.year_ago
}
breach contains ["AUD-03", supplier.name] if {
	some supplier in contractor
	input.stage >= 5
	not inspected(supplier)
}
tested(supplier) if {
	supplier.recovery_secured
	not supplier.external_link
}
tested(supplier) if {
	supplier.recovery_secured
	supplier.scanned_on >= input.quarter_ago
	supplier.pentested_on >= input.year_ago
}
breach contains ["CYB-05", supplier.name] if {
	some supplier in online
	input.stage >= 5
	not tested(supplier)
}
breach contains ["VET-06", supplier.name] if {
	applies
	tbb >= 1
	some supplier in input.suppliers
	early(supplier)
	some country in supplier.security_product_countries
	country in offensive
}
guarded(supplier) if tbb == 1
guarded(supplier) if {
	supplier.strong_access
	supplier.visitor_notice >= 5
}
compartment(supplier) if {
	supplier.compartment
	guarded(supplier)
}
breach contains ["PHY-01", supplier.name] if {
	chapter3
	tbb >= 1
	some supplier in contractor
	not compartment(supplier)
}
kept(supplier) if {
	supplier.backup_months >= 12
	supplier.backup_months <= input.duration
}
breach contains ["EXT-03", supplier.name] if {
	some supplier in online
	tbb >= 1
	not kept(supplier)
}
breach contains ["EXT-03", supplier.name] if {
	some supplier in online
	tbb >= 1
	input.stage >= 6
	not supplier.certificate
}
corporate_event(supplier) if {
	some event in supplier.events
	event in corporate
}
breach contains ["OWN-03", supplier.name] if {
	some supplier in contractor
	corporate_event(supplier)
	not supplier.change_reported_at_once
}
breach contains ["OWN-03", supplier.name] if {
	some supplier in contractor
	corporate_event(supplier)
	input.stage >= 5
	supplier.change_reported == 0
}

# The chain

approved(member) if {
	member.buyer_approved
	member.nbiv_approved
}
counts(member) if member.touches_tbb
counts(member) if member.poses_risk
cleared(member) if {
	member.nbiv_approved
	member.security_clearance
	member.host_rules
}
breach contains ["SUB-01", supplier.name] if {
	special
	input.stage >= 4
	some supplier in contractor
	some member in supplier.subcontractors
	not approved(member)
}
breach contains ["SUB-02", supplier.name] if {
	input.stage >= 5
	some supplier in contractor
	some member in supplier.subcontractors
	counts(member)
	not member.tbb_overview
}
breach contains ["SUB-03", supplier.name] if {
	input.stage >= 4
	some supplier in contractor
	some member in supplier.subcontractors
	member.touches_tbb
	not member.in_contract
}
breach contains ["SUB-04", supplier.name] if {
	input.stage >= 4
	some supplier in contractor
	some member in supplier.subcontractors
	member.country != "NL"
	not cleared(member)
}
breach contains ["SUB-06", supplier.name] if {
	some supplier in contractor
	supplier.sub_06 == "breach"
	some member in supplier.subcontractors
	counts(member)
}
