use protocol::access::{Access, AccessEvent, On, Source, System, TrustedDevice};
use protocol::sync::kind;
use protocol::{ApiError, DeviceId};
use serde_json::json;

use crate::Dossier;
use crate::sign_in::tests::{Device, code, signed_in, synchronise};
use crate::testing::{CODE, FakeService, Reply, change, form, gone};

fn device(id: &str, last_seen: &str) -> TrustedDevice {
    let at = last_seen.parse().unwrap();
    TrustedDevice { id: DeviceId::new(id), system: System::Android, first_seen: at, last_seen: at }
}

fn event(at: &str, what: Access, device: Option<&str>) -> AccessEvent {
    let system = device.map(|_| System::Android);
    AccessEvent { at: at.parse().unwrap(), what, count: 1, device: device.map(DeviceId::new), system }
}

/// The fake service's own name for the device is « device ».
async fn service() -> FakeService {
    FakeService::answering(|line, _| {
        let changes = [
            change(kind::DEVICE, "phone", 1, &device("phone", "2026-11-20T09:00:00Z")),
            change(kind::DEVICE, "device", 1, &device("device", "2026-11-10T09:00:00Z")),
            change(kind::DEVICE, "old", 1, &device("old", "2026-11-10T09:00:00Z")),
            gone(kind::DEVICE, "old", 2),
            change(kind::ACCESS_EVENT, "e-1", 1, &event("2026-11-20T09:00:00Z", Access::SignedIn, Some("phone"))),
            change(kind::ACCESS_EVENT, "e-2", 1, &event("2026-11-25T23:30:00Z", Access::WrongCode, None)),
            change(kind::ACCESS_EVENT, "e-3", 1, &event("2026-11-10T09:00:00Z", Access::SignedIn, Some("device"))),
            change(
                kind::ACCESS_EVENT,
                "e-4",
                1,
                &json!({ "at": "2026-11-09T09:00:00Z", "what": "danced", "count": 1 }),
            ),
        ];
        match line {
            "POST /v1/sign-in" => Reply::Json(200, signed_in()),
            "POST /v1/devices/phone/end" => Reply::Json(204, String::new()),
            "POST /v1/devices/gone/end" => Reply::Json(404, "{}".to_owned()),
            _ => Reply::Json(200, json!({ "changes": changes, "cursor": 8, "remaining": 0 }).to_string()),
        }
    })
    .await
}

async fn opened(device: &Device, service: &FakeService) -> Dossier {
    let dossier = device.start(service);
    dossier.sign_in(form()).await.unwrap();
    synchronise(&dossier).await;
    dossier
}

#[tokio::test]
async fn the_log_joins_what_the_service_and_the_device_noted_by_local_day() {
    let (device, service) = (Device::new(), service().await);
    let dossier = opened(&device, &service).await;
    dossier.lock().await.unwrap();
    assert!(dossier.unlock(code("99999999")).await.is_err());
    dossier.unlock(code(CODE)).await.unwrap();
    let log = dossier.access_log().await.unwrap();
    let devices: Vec<_> = log.devices.iter().map(|device| (device.id.as_str(), device.here)).collect();
    assert_eq!(devices, [("device", true), ("phone", false)]);
    let rows: Vec<_> = log.days.iter().flat_map(|day| day.rows.iter().map(move |row| (day.date, row))).collect();
    let whats: Vec<_> = rows.iter().map(|(day, row)| (day.day(), row.what, row.source, row.on)).collect();
    let elsewhere = On::Elsewhere { system: System::Android };
    assert_eq!(
        whats,
        [
            (26, Access::Unlocked, Source::Device, On::Here),
            (26, Access::WrongCode, Source::Device, On::Here),
            (26, Access::WrongCode, Source::Service, On::Unknown),
            (20, Access::SignedIn, Source::Service, elsewhere),
            (10, Access::SignedIn, Source::Service, On::Here),
            (9, Access::Other, Source::Service, On::Unknown),
        ]
    );
}

#[tokio::test]
async fn another_device_is_ended_at_the_service_or_not_at_all() {
    let (device, service) = (Device::new(), service().await);
    let dossier = opened(&device, &service).await;
    dossier.end_device(DeviceId::new("phone")).await.unwrap();
    assert_eq!(service.count("POST /v1/devices/phone/end"), 1);
    assert_eq!(dossier.end_device(DeviceId::new("gone")).await, Err(ApiError::NotFound));
    drop(dossier);
    let dossier = device.start(&FakeService::unreachable().await);
    assert_eq!(dossier.end_device(DeviceId::new("phone")).await, Err(ApiError::Locked));
    dossier.unlock(code(CODE)).await.unwrap();
    assert_eq!(dossier.end_device(DeviceId::new("phone")).await, Err(ApiError::Offline));
}

#[tokio::test]
async fn what_is_older_than_twelve_months_is_forgotten() {
    let (device, service) = (Device::new(), service().await);
    let dossier = opened(&device, &service).await;
    let unlock = async || {
        dossier.lock().await.unwrap();
        dossier.unlock(code(CODE)).await.unwrap();
        let log = dossier.access_log().await.unwrap();
        log.days.iter().flat_map(|day| &day.rows).filter(|row| row.source == Source::Device).count()
    };
    assert_eq!(unlock().await, 1);
    assert_eq!(unlock().await, 2);
    device.clock.forward(366 * 86_400);
    assert_eq!(unlock().await, 1);
}
